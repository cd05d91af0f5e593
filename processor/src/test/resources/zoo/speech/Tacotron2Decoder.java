package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {24, 40}, name = "memory")
@Input(value = {80}, name = "decoder_input")
@Input(value = {24}, name = "attention_weights")
@Input(value = {24}, name = "attention_weights_cum")
@Input(value = {64}, name = "hidden")
@Input(value = {64}, name = "cell")
@Input(value = {40}, name = "context")
@Forward("""
    def forward(self, memory, decoder_input, attention_weights, attention_weights_cum, hidden, cell, context):
        decoder_input = self.prenet(decoder_input)
        cell_input = torch.cat((decoder_input, context), -1)
        attention_hidden, attention_cell = self.attention_rnn(cell_input, (hidden, cell))
        attention_hidden = F.dropout(attention_hidden, 0.1, self.training)
        attention_weights_cat = torch.cat(
            (attention_weights.unsqueeze(1), attention_weights_cum.unsqueeze(1)), dim=1)
        processed_query = self.query_layer(attention_hidden.unsqueeze(1))
        processed_attention = self.location_conv(attention_weights_cat)
        processed_attention = processed_attention.transpose(1, 2)
        processed_attention_weights = self.location_dense(processed_attention)
        processed_memory = self.memory_layer(memory)
        energies = self.v(torch.tanh(processed_query + processed_attention_weights + processed_memory))
        alignment = energies.squeeze(-1)
        attention_weights = F.softmax(alignment, dim=1)
        attention_context = torch.bmm(attention_weights.unsqueeze(1), memory)
        attention_context = attention_context.squeeze(1)
        attention_weights_cum += attention_weights
        decoder_input = torch.cat((attention_hidden, attention_context), -1)
        decoder_hidden, decoder_cell = self.decoder_rnn(decoder_input, (hidden, cell))
        decoder_hidden_attention_context = torch.cat((decoder_hidden, attention_context), dim=1)
        decoder_output = self.linear_projection(decoder_hidden_attention_context)
        gate_prediction = self.gate_layer(decoder_hidden_attention_context)
        return decoder_output, gate_prediction, attention_weights
    """)
class Tacotron2Decoder {
  static class Block {}

  @Linear(in = 80, out = 32, bias = false) @ReLU @Dropout Block prenet;
  @LSTMCell(in = 72, hidden = 64) Block attention_rnn;
  @Linear(in = 64, out = 16, bias = false) Block query_layer;
  @Linear(in = 40, out = 16, bias = false) Block memory_layer;
  @Conv1d(in = 2, out = 8, k = 31, p = 15, bias = false) Block location_conv;
  @Linear(in = 8, out = 16, bias = false) Block location_dense;
  @Linear(in = 16, out = 1, bias = false) Block v;
  @LSTMCell(in = 104, hidden = 64) Block decoder_rnn;
  @Linear(in = 104, out = 80) Block linear_projection;
  @Linear(in = 104, out = 1) Block gate_layer;
}

/* PyTorch 1.13.0:
parameters 92217
sizes N=2 N=3
prenet 2,32 3,32
prenet_1 2,32 3,32
prenet_2 2,32 3,32
cell_input 2,72 3,72
attention_rnn 2,64;2,64; 3,64;3,64;
attention_hidden 2,64 3,64
unsqueeze 2,1,24 3,1,24
unsqueeze_1 2,1,24 3,1,24
cat 2,2,24 3,2,24
unsqueeze_2 2,1,64 3,1,64
query_layer 2,1,16 3,1,16
processed_attention 2,8,24 3,8,24
processed_attention_1 2,24,8 3,24,8
processed_attention_weights 2,24,16 3,24,16
processed_memory 2,24,16 3,24,16
add 2,24,16 3,24,16
add_1 2,24,16 3,24,16
tanh 2,24,16 3,24,16
v 2,24,1 3,24,1
alignment 2,24 3,24
attention_weights_1 2,24 3,24
unsqueeze_3 2,1,24 3,1,24
bmm 2,1,40 3,1,40
attention_context 2,40 3,40
attention_weights_cum_1 2,24 3,24
decoder_input_1 2,104 3,104
decoder_rnn 2,64;2,64; 3,64;3,64;
decoder_hidden_attention_context 2,104 3,104
decoder_output 2,80 3,80
gate_prediction 2,1 3,1
*/
