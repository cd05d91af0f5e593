ABC = object
ABCMeta = type
abstractproperty = property


def abstractmethod(function):
    return function


abstractclassmethod = abstractstaticmethod = abstractmethod
