import io.github.shapecheck.*;

@Input({16})
@Forward({
  "a = 'a'",
  "for i in range(99): a = '%s%s' % (a, a)",
  "return x"
})
class FormatThatDoubles {}
