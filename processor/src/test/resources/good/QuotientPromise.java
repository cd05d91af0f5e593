import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;

/** A promise with one size divided by another says which sizes there are. */
@Input(
    value = {2, -1},
    where = "floor(L/(floor(L/2))) - 2 == 0 and (L >= 2 and L <= 3 or L % 2 == 0 and L >= 4)")
@Forward("return x.reshape(x.size(0), -1, x.size(2) // 2, 2)")
class QuotientPromise {}
