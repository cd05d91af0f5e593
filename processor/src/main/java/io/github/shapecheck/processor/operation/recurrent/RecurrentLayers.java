package io.github.shapecheck.processor.operation.recurrent;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import java.util.Optional;

/** Recurrent layers, their cells and the sequences that they read. */
public final class RecurrentLayers implements Family {
  /** The layer that goes through a sequence with such cells; empty for what is no cell. */
  public static Optional<String> overSequence(String layer) {
    return switch (layer) {
      case "RNNCell" -> Optional.of("RNN");
      case "LSTMCell" -> Optional.of("LSTM");
      case "GRUCell" -> Optional.of("GRU");
      default -> Optional.empty();
    };
  }

  @Override
  public String signatures() {
    return """
        nn.RNN(input_size:in, hidden_size:hidden, num_layers:layers=1, nonlinearity='tanh', bias=True,
              batch_first:batchFirst=False, dropout=0.0, bidirectional=False)(input, hx=None)
        nn.LSTM(input_size:in, hidden_size:hidden, num_layers:layers=1, bias=True,
              batch_first:batchFirst=False, dropout=0.0, bidirectional=False,
              proj_size:proj=0)(input, hx=None)
        nn.GRU(input_size:in, hidden_size:hidden, num_layers:layers=1, bias=True,
              batch_first:batchFirst=False, dropout=0.0, bidirectional=False)(input, hx=None)
        nn.RNNCell(input_size:in, hidden_size:hidden, bias=True, nonlinearity='tanh')(input, hx=None)
        nn.LSTMCell(input_size:in, hidden_size:hidden, bias=True)(input, hx=None)
        nn.GRUCell(input_size:in, hidden_size:hidden, bias=True)(input, hx=None)
        pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True)
        PackedSequence(data, batch_sizes=None, sorted_indices=None, unsorted_indices=None)
        pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None)
        """;
  }

  @Override
  public Operation operation(String name) {
    return switch (name) {
      case "nn.RNN" -> new Operation(name, Kind.RECURRENT, new Recurrent(1));
      case "nn.LSTM" -> new Operation(name, Kind.RECURRENT, new Recurrent(4));
      case "nn.GRU" -> new Operation(name, Kind.RECURRENT, new Recurrent(3));
      case "nn.RNNCell" -> new Operation(name, Kind.RECURRENT, new RecurrentCell(1));
      case "nn.LSTMCell" -> new Operation(name, Kind.RECURRENT, new RecurrentCell(4));
      case "nn.GRUCell" -> new Operation(name, Kind.RECURRENT, new RecurrentCell(3));
      case "pack_padded_sequence" -> new Operation(name, Kind.OTHER, PackedSequence::pack);
      case "PackedSequence" -> new Operation(name, Kind.OTHER, PackedSequence::made);
      case "pad_packed_sequence" -> new Operation(name, Kind.OTHER, PackedSequence::pad);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
