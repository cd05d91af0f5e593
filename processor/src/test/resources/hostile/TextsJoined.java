import io.github.shapecheck.*;

@Input({16})
@Forward({
  "k = ' '.join(['a' * 10**6] * 10**6)",
  "return x"
})
class TextsJoined {}
