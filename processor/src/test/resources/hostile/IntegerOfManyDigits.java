import io.github.shapecheck.*;

@Input({16})
@Forward({"x = x.view(10 ** 59 + 7, -1)", "x = x.view(10 ** 4000)", "x = x.view(1e22)", "return x"})
class IntegerOfManyDigits {}
