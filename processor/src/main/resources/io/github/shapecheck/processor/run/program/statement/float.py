def as_integer_ratio(self):
    denominator = 1
    while self != int(self) and denominator < 2 ** 52:
        self *= 2
        denominator *= 2
    return int(self), denominator
