package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {30}, name = "text", dtype = long.class)
@Forward("""
    embedded = self.bag(text)
    return self.fc(embedded)
    """)
class FastText {
  static class Block {}

  @EmbeddingBag(num = 2000, dim = 10) Block bag;
  @Linear(in = 10, out = 4) Block fc;
}

/* PyTorch 1.13.0:
parameters 20044
sizes N=2 N=3
embedded 2,10 3,10
fc 2,4 3,4
*/
