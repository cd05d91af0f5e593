import io.github.shapecheck.*;

@Input({16})
@Forward({
  "k = (round(5, -10**9), round(5.5, 10**9), round(5.5, -10**9))",
  "return x"
})
class RoundedFarAway {}
