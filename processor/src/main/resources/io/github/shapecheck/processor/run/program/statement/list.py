def numel(self):  # of a torch.Size
    product = 1
    for size in self:
        product = product * size
    return product
