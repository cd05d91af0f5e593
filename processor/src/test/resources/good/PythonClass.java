package good;

import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.TorchModule;

/** The tutorial's network as its Python source. */
@Input({1, 28, 28})
@Output({10})
@TorchModule(
    type = "ConvNet",
    value =
        """
    import torch.nn as nn
    import torch.nn.functional as F


    class ConvNet(nn.Module):
        def __init__(self, classes=10):
            super().__init__()
            self.conv1 = nn.Conv2d(1, 10, 5)
            self.conv2 = nn.Conv2d(10, 20, 3)
            self.fc1 = nn.Linear(20 * 10 * 10, 500)
            self.fc2 = nn.Linear(500, classes)

        def forward(self, x):
            x = F.relu(self.conv1(x))
            x = F.max_pool2d(x, 2, 2)
            x = F.relu(self.conv2(x))
            x = x.view(x.size(0), -1)
            x = F.relu(self.fc1(x))
            return F.log_softmax(self.fc2(x), dim=1)


    if __name__ == "__main__":
        print(ConvNet())
    """)
class PythonClass {}
