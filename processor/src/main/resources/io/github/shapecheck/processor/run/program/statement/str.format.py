from shapecheck import refuse


def format(self, *args, **named):
    return _formatted(self, args, named, 0)[0]


def _formatted(text, args, named, place):
    """The text, and the place of the next argument."""
    parts = []
    at = 0
    while True:
        opening, closing = text.find("{", at), text.find("}", at)
        stop = closing if opening < 0 or 0 <= closing < opening else opening
        if stop < 0:
            return "".join(parts) + text[at:], place
        parts.append(text[at:stop])
        at = stop + 2
        if text[stop:at] in ("{{", "}}"):
            parts.append(text[stop])
        elif text[stop] == "}":
            raise ValueError("a single } stands in the format")
        else:
            at = _end(text, stop + 1)
            part, place = _field(text[stop + 1:at - 1], args, named, place)
            parts.append(part)


def _end(text, at):
    depth = 1
    while depth:
        if at == len(text):
            raise ValueError("a { of the format is not closed")
        depth += 1 if text[at] == "{" else -1 if text[at] == "}" else 0
        at += 1
    return at


def _field(field, args, named, place):
    name, spec = (field.split(":", 1) + [""])[:2]
    name, conversion = (name.split("!", 1) + [""])[:2]
    path = name.replace("[", ".[").split(".")
    if path[0] == "":
        path[0] = str(place)
        place += 1
    if path[0].isdigit() and int(path[0]) >= len(args):
        raise IndexError(f"the format has no value for {{{name}}}")
    if not path[0].isdigit() and path[0] not in named:
        refuse("KeyError", "index_range", f"the format has no value for {{{name}}}")
    value = args[int(path[0])] if path[0].isdigit() else named[path[0]]
    for part in path[1:]:
        key = part[1:-1]
        value = value[int(key) if key.isdigit() else key] if part[0] == "[" else getattr(value, part)
    if conversion:
        value = repr(value) if conversion == "r" else str(value)
    spec, place = _formatted(spec, args, named, place)
    return f"{value:{spec}}", place
