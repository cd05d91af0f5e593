import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;
@Input({3, 8, 9})
@Forward("""
    x = [x]
    x.append(x)
    return fc(x)
    """)
class ListInItself {
  @Linear(in = 9, out = 2) Object fc;
}
@Input({3, 8, 9})
@Forward("""
    x = {}
    x[0] = x
    return x
    """)
class DictInItself {}
@Input(3)
@TorchModule(file = "../../../etc/passwd")
class FileAbove {}
@Input(3)
@TorchModule(file = "/")
class FileOfNoName {}
