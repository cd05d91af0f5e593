def bit_length(self):
    return len(bin(abs(self))) - 2 if self else 0


def bit_count(self):
    return bin(abs(self)).count("1")
