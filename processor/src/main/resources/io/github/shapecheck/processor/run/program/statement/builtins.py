def filter(function, items):
    for item in items:
        if item if function is None else function(item):
            yield item


def divmod(a, b):
    return a // b, a % b
