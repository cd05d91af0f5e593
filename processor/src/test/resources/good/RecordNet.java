package good;

import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Components of a record are fields. */
@Input({3, 17, 23})
@Output({5, 8, 11})
public record RecordNet(
    @Conv2d(in = 3, out = 5, k = {2, 3}, p = {0, 1}) Block conv, @MaxPool2d(2) Block pool) {}
