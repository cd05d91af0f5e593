sep = "/"


def join(first, *others):
    whole = first
    for part in others:
        if part.startswith("/"):
            whole = part
        else:
            whole += part if not whole or whole.endswith("/") else "/" + part
    return whole


def split(path):
    at = path.rfind("/") + 1
    head = path[:at]
    return head if head == "/" * len(head) else head.rstrip("/"), path[at:]


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def splitext(path):
    name = basename(path)
    at = name.rfind(".")
    return (path, "") if not name[:at].strip(".") or at < 0 else (path[: at - len(name)], name[at:])


def isabs(path):
    return path.startswith("/")
