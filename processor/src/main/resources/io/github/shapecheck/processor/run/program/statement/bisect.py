def bisect_left(a, x):
    return sum(1 for item in a if item < x)


def bisect_right(a, x):
    return sum(1 for item in a if item <= x)


bisect = bisect_right


def insort(a, x):
    a.insert(bisect_right(a, x), x)


insort_right = insort
