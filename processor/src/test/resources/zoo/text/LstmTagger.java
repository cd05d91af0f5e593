package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {25}, name = "sentence", batchAxis = 1, dtype = long.class)
@Forward("""
    embeds = self.word_embeddings(sentence)
    lstm_out, _ = self.lstm(embeds)
    tag_space = self.hidden2tag(lstm_out)
    tag_scores = F.log_softmax(tag_space, dim=2)
    return tag_scores
    """)
class LstmTagger {
  static class Block {}

  @Embedding(num = 9000, dim = 64) Block word_embeddings;
  @LSTM(in = 64, hidden = 96) Block lstm;
  @Linear(in = 96, out = 17) Block hidden2tag;
}

/* PyTorch 1.13.0:
parameters 639857
sizes N=2 N=3
embeds 25,2,64 25,3,64
lstm 25,2,96;1,2,96;1,2,96; 25,3,96;1,3,96;1,3,96;
tag_space 25,2,17 25,3,17
tag_scores 25,2,17 25,3,17
*/
