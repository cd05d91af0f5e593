# Classes that are made of their fields: dataclasses, attrs, tuples whose items have names.
from shapecheck import kind, refuse


class _Missing:
    pass


MISSING = _Missing()


class Field:
    def __init__(self, default, default_factory, init, repr):
        self.default, self.default_factory, self.init, self.repr = default, default_factory, init, repr


def field(*, default=MISSING, default_factory=None, init=True, repr=True, **ignored):
    return Field(default, default_factory, init, repr)


def _described(default):
    return default if type(default) is Field else field(default=default)


def _fields(cls):
    fields = {}
    for base in reversed(cls.__mro__):
        own = base.__dict__
        for name in own.get("__annotations__", ()):
            fields[name] = _described(own.get(name, MISSING))
            fields[name].name = name
    return fields


def _bound(cls, fields, given, named):
    """The arguments of a call as the values of fields."""
    values = {}
    place = 0
    for name, field in fields.items():
        value = named[name] if name in named else field.default
        if field.init and place < len(given):
            value = given[place]
            place += 1
        elif name not in named and field.default_factory is not None:
            value = field.default_factory()
        if value is MISSING and not field.init:
            continue
        if value is MISSING:
            refuse("TypeError", "missing_argument", f"{cls.__name__} needs an argument for {name}")
        values[name] = value
    for name in named:
        if name not in fields:
            refuse("TypeError", "unknown_argument", f"{cls.__name__} has no argument {name}")
    if place < len(given):
        count = f"{len(fields)} arguments but receives {len(given)}"
        refuse("TypeError", "argument_count", f"{cls.__name__} takes {count}")
    return values


def _values(self):
    return tuple([getattr(self, name) for name in self.__dataclass_fields__])


def _init(self, *given, **named):
    for name, value in _bound(type(self), self.__dataclass_fields__, given, named).items():
        object.__setattr__(self, name, value)
    for after in ("__post_init__", "__attrs_post_init__"):
        if hasattr(type(self), after):
            getattr(self, after)()


def _repr(self, names):
    return f"{type(self).__name__}({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"


def _refuse_to_set(self, name, value):
    refuse("FrozenInstanceError", "argument", f"{kind(self)} is frozen: {name} cannot be set")


def dataclass(cls=None, *, order=False, frozen=False, **ignored):
    if cls is None:
        return lambda cls: dataclass(cls, order=order, frozen=frozen)
    fields = _fields(cls)
    members = {
        "__init__": _init,
        "__eq__": lambda self, other: type(self) is type(other) and _values(self) == _values(other),
        "__repr__": lambda self: _repr(self, [name for name, field in fields.items() if field.repr]),
    }
    if order:
        members["__lt__"] = lambda self, other: _values(self) < _values(other)
        members["__le__"] = lambda self, other: _values(self) <= _values(other)
        members["__gt__"] = lambda self, other: _values(self) > _values(other)
        members["__ge__"] = lambda self, other: _values(self) >= _values(other)
    if frozen:
        members["__setattr__"] = _refuse_to_set
        members["__hash__"] = lambda self: 1
    for name, member in members.items():
        if name not in cls.__dict__:
            setattr(cls, name, member)
    cls.__dataclass_fields__ = fields
    cls.__match_args__ = tuple(fields)
    return cls


def _plain(value, dicts):
    if hasattr(type(value), "__dataclass_fields__"):
        items = {name: _plain(getattr(value, name), dicts) for name in value.__dataclass_fields__}
        return items if dicts else tuple(items.values())
    if type(value) is list:
        return [_plain(item, dicts) for item in value]
    if type(value) is tuple:
        return tuple([_plain(item, dicts) for item in value])
    if type(value) is dict:
        return {key: _plain(item, dicts) for key, item in value.items()}
    return value


def asdict(value, **ignored):
    return _plain(value, True)


def astuple(value, **ignored):
    return _plain(value, False)


def replace(value, **named):
    fields = value.__dataclass_fields__.items()
    return type(value)(**{**{name: getattr(value, name) for name, field in fields if field.init}, **named})


def fields(value):
    return tuple(value.__dataclass_fields__.values())


def is_dataclass(value):
    return hasattr(value, "__dataclass_fields__")


def attrs(cls=None, **ignored):
    if cls is None:
        return attrs
    if not cls.__dict__.get("__annotations__"):
        cls.__annotations__ = [name for name, member in cls.__dict__.items() if type(member) is Field]
    return dataclass(cls)


def attrib(default=MISSING, *, factory=None, **ignored):
    return default if type(default) is Field else Field(default, factory, True, True)


def Factory(factory):
    return field(default_factory=factory)


class NamedTuple(tuple):
    def __init_subclass__(cls):
        if NamedTuple in cls.__bases__:
            _name(cls, _fields(cls))

    def __init__(self, *given, **named):
        for name, value in zip(self._fields, self):
            setattr(self, name, value)

    def __repr__(self):
        return _repr(self, self._fields)

    def _asdict(self):
        return {name: getattr(self, name) for name in self._fields}

    def _replace(self, **named):
        return type(self)(**{**self._asdict(), **named})

    @classmethod
    def _make(cls, items):
        items = list(items)
        if len(items) != len(cls._fields):
            raise TypeError(f"{len(cls._fields)} items are needed, not {len(items)}")
        return cls(*items)


def _name(cls, fields):
    def new(cls, *given, **named):
        late = getattr(new, "__defaults__", ())  # T.__new__.__defaults__ = values: those of the last fields
        last = dict(zip(list(fields)[len(fields) - len(late):], [field(default=value) for value in late]))
        return tuple(_bound(cls, {**fields, **last}, given, named).values())

    cls.__new__ = new
    cls._fields = cls.__match_args__ = tuple(fields)


def namedtuple(typename, field_names, *, defaults=None, **ignored):
    names = field_names.replace(",", " ").split() if isinstance(field_names, str) else list(field_names)
    values = [MISSING] * (len(names) - len(defaults or ())) + list(defaults or ())
    cls = type(typename, (NamedTuple,), {})
    _name(cls, {name: field(default=value) for name, value in zip(names, values)})
    return cls
