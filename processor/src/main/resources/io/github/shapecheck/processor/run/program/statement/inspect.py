def isclass(value):
    return isinstance(value, type)


def isfunction(value):
    return type(value).__name__ == "function"


def ismethod(value):
    return type(value).__name__ == "method"
