class AttributeDict(dict):
    def __init__(self, *args, **kwargs):
        super().__init__()
        self.update(*args, **kwargs)

    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(f"{type(self).__name__} has no {name}")

    def __setattr__(self, name, value):
        self[name] = value

    def __delattr__(self, name):
        del self[name]

    def __setitem__(self, name, value):
        super().__setitem__(name, self._nested(value))

    def _nested(self, value):
        if isinstance(value, dict) and not isinstance(value, AttributeDict):
            return type(self)(value)
        if isinstance(value, (list, tuple)):
            return type(value)(self._nested(item) for item in value)
        return value

    def update(self, *args, **kwargs):
        for name, value in dict(*args, **kwargs).items():
            self[name] = value

    def _merge(self, other):
        for name, value in other.items():
            if isinstance(value, dict) and name in self:
                self[name]._merge(value)
            else:
                self[name] = value

    def copy(self):
        return type(self)(self)


class EasyDict(AttributeDict):
    pass


class DotMap(AttributeDict):
    def toDict(self):
        return dict(self)


class Munch(AttributeDict):
    @classmethod
    def fromDict(cls, values):
        return cls(values)

    def toDict(self):
        return dict(self)


def munchify(values):
    return Munch(values)


class Dict(AttributeDict):
    def __missing__(self, name):
        self[name] = type(self)()
        return self[name]

    def __getattr__(self, name):
        return self[name]

    def to_dict(self):
        return dict(self)


class ConfigDict(AttributeDict):
    def lock(self):
        return self

    def unlock(self):
        return self

    def to_dict(self):
        return dict(self)

    def get_ref(self, name):
        return self[name]


class CfgNode(AttributeDict):
    def __init__(self, init_dict=None, key_list=None, new_allowed=False):
        super().__init__(init_dict or {})

    def clone(self):
        return type(self)(self)

    def freeze(self):
        pass

    def defrost(self):
        pass

    def is_frozen(self):
        return False

    def set_new_allowed(self, allowed):
        pass

    def merge_from_other_cfg(self, other):
        self._merge(other)

    def merge_from_list(self, values):
        for name, value in zip(values[0::2], values[1::2]):
            node = self
            *path, last = name.split(".")
            for step in path:
                node = node[step]
            node[last] = value


class DictConfig(AttributeDict):
    def __init__(self, content=None, flags=None):
        super().__init__(content or {})


ListConfig = list


class OmegaConf:
    @staticmethod
    def create(values=None):
        return values if isinstance(values, list) else DictConfig(values)

    @staticmethod
    def structured(values):
        return values

    @staticmethod
    def to_container(config, resolve=False):
        return config

    @staticmethod
    def merge(*configs):
        merged = DictConfig()
        for config in configs:
            merged._merge(config)
        return merged

    @staticmethod
    def is_config(config):
        return isinstance(config, DictConfig)

    @staticmethod
    def set_struct(config, value):
        pass

    @staticmethod
    def resolve(config):
        pass
