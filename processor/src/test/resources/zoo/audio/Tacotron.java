package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {43}, name = "text", dtype = long.class)
@Input(value = {80}, name = "frame")
@Forward("""
    def forward(self, text, frame):
        embedded_inputs = self.embedding(text).transpose(1, 2)
        memory = self.conv1(embedded_inputs).transpose(1, 2)
        memory, _ = self.lstm(memory)

        B = memory.size(0)
        MAX_TIME = memory.size(1)
        attention_weights = torch.zeros(B, MAX_TIME)
        attention_weights_cum = torch.zeros(B, MAX_TIME)
        attention_context = memory.new_zeros(B, 512)
        h = torch.zeros(B, 1024)
        c = torch.zeros(B, 1024)

        x = F.dropout(F.relu(self.prenet1(frame)), p=0.5, training=True)
        x = F.dropout(F.relu(self.prenet2(x)), p=0.5, training=True)
        cell_input = torch.cat((x, attention_context), -1)
        h, c = self.attention_rnn(cell_input, (h, c))
        h = F.dropout(h, 0.1, self.training)
        attention_weights_cat = torch.cat((attention_weights.unsqueeze(1), attention_weights_cum.unsqueeze(1)), dim=1)

        processed_query = self.query_layer(h.unsqueeze(1))
        processed = self.location_dense(self.location_conv(attention_weights_cat).transpose(1, 2))
        energies = self.v(torch.tanh(processed_query + processed + self.memory_layer(memory)))
        energies = energies.squeeze(-1)
        attention_weights = F.softmax(energies, dim=1)
        attention_context = torch.bmm(attention_weights.unsqueeze(1), memory)
        attention_context = attention_context.squeeze(1)

        decoder_input = torch.cat((h, attention_context), -1)
        decoder_hidden, decoder_cell = self.decoder_rnn(decoder_input, (torch.zeros_like(h), torch.zeros_like(c)))
        hidden_context = torch.cat((decoder_hidden, attention_context), dim=1)
        mel = self.linear_projection(hidden_context).view(B, 80, 2)
        gate = self.gate_layer(hidden_context)
        post = mel + self.postnet(mel)
        return mel, post, gate, attention_weights
    """)
class Tacotron {
  static class Block {}

  @Embedding(num = 148, dim = 512) Block embedding;
  @Conv1d(in = 512, out = 512, k = 5, p = 2) @BatchNorm1d(512) @ReLU @Dropout Block conv1;
  @LSTM(in = 512, hidden = 256, batchFirst = true, bidirectional = true) Block lstm;
  @Linear(in = 80, out = 256, bias = false) Block prenet1;
  @Linear(in = 256, out = 256, bias = false) Block prenet2;
  @LSTMCell(in = 768, hidden = 1024) Block attention_rnn;
  @Linear(in = 1024, out = 128, bias = false) Block query_layer;
  @Linear(in = 512, out = 128, bias = false) Block memory_layer;
  @Linear(in = 128, out = 1, bias = false) Block v;
  @Conv1d(in = 2, out = 32, k = 31, p = 15, bias = false) Block location_conv;
  @Linear(in = 32, out = 128, bias = false) Block location_dense;
  @LSTMCell(in = 1536, hidden = 1024) Block decoder_rnn;
  @Linear(in = 1536, out = 160) Block linear_projection;
  @Linear(in = 1536, out = 1) Block gate_layer;
  @Conv1d(in = 80, out = 80, k = 5, p = 2) Block postnet;
}

/* PyTorch 1.13.0:
parameters 21375537
sizes N=2 N=3
embedding 2,43,512 3,43,512
transpose 2,512,43 3,512,43
conv1 2,512,43 3,512,43
conv1_1 2,512,43 3,512,43
conv1_2 2,512,43 3,512,43
conv1_3 2,512,43 3,512,43
transpose_1 2,43,512 3,43,512
lstm 2,43,512;2,2,256;2,2,256; 3,43,512;2,3,256;2,3,256;
attention_weights 2,43 3,43
attention_weights_cum 2,43 3,43
attention_context 2,512 3,512
h 2,1024 3,1024
c 2,1024 3,1024
prenet1 2,256 3,256
relu 2,256 3,256
dropout 2,256 3,256
prenet2 2,256 3,256
relu_1 2,256 3,256
dropout_1 2,256 3,256
cell_input 2,768 3,768
attention_rnn 2,1024;2,1024; 3,1024;3,1024;
h_1 2,1024 3,1024
unsqueeze 2,1,43 3,1,43
unsqueeze_1 2,1,43 3,1,43
cat 2,2,43 3,2,43
unsqueeze_2 2,1,1024 3,1,1024
query_layer 2,1,128 3,1,128
location_conv 2,32,43 3,32,43
transpose_2 2,43,32 3,43,32
location_dense 2,43,128 3,43,128
add 2,43,128 3,43,128
memory_layer 2,43,128 3,43,128
add_1 2,43,128 3,43,128
tanh 2,43,128 3,43,128
v 2,43,1 3,43,1
energies 2,43 3,43
attention_weights_1 2,43 3,43
unsqueeze_3 2,1,43 3,1,43
bmm 2,1,512 3,1,512
attention_context_1 2,512 3,512
decoder_input 2,1536 3,1536
zeros_like 2,1024 3,1024
zeros_like_1 2,1024 3,1024
decoder_rnn 2,1024;2,1024; 3,1024;3,1024;
hidden_context 2,1536 3,1536
linear_projection 2,160 3,160
view 2,80,2 3,80,2
gate 2,1 3,1
postnet 2,80,2 3,80,2
add_2 2,80,2 3,80,2
*/
