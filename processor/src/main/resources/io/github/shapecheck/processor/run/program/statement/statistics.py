def mean(items):
    items = list(items)
    total = sum(items)
    return total // len(items) if isinstance(total, int) and total % len(items) == 0 else total / len(items)


def median(items):
    items = sorted(items)
    middle = len(items) // 2
    return items[middle] if len(items) % 2 else (items[middle - 1] + items[middle]) / 2
