import io.github.shapecheck.*;

@Input({16})
@Forward({
  "a = {}",
  "for i in range(99): a = {i: 0, **{(j, k): 0 for j in 'ab' for k in a}}",
  "return x"
})
class KeysThatNest {}
