package io.github.shapecheck.processor.operation.signal;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.operation.activation.Pointwise;

/** Spectra, series and statistics. */
public final class Signals implements Family {
  @Override
  public String signatures() {
    return """
        fft|ifft(input, n=None, dim=-1, norm=None)
        fft2|ifft2(input, s=None, dim=None, norm=None)
        fftn|ifftn(input, s=None, dim=None, norm=None)
        rfft|ihfft(input, n=None, dim=-1, norm=None)
        rfft2|ihfft2(input, s=None, dim=None, norm=None)
        rfftn|ihfftn(input, s=None, dim=None, norm=None)
        irfft|hfft(input, n=None, dim=-1, norm=None)
        irfft2|hfft2(input, s=None, dim=None, norm=None)
        irfftn|hfftn(input, s=None, dim=None, norm=None)
        fftshift|ifftshift(input, dim=None)
          msort(input)
        stft(input, n_fft, hop_length=None, win_length=None, window=None, center=True,
              pad_mode='reflect', normalized=False, onesided=None, return_complex=None)
        istft(input, n_fft, hop_length=None, win_length=None, window=None, center=True,
              normalized=False, onesided=None, length=None, return_complex=False)
        view_as_real(input)
        view_as_complex(input)
        real|imag(input)
          Tensor.real
          Tensor.imag
        diff(input, n=1, dim=-1, prepend=None, append=None)
        trapz|trapezoid(y, x=None, *, dx=1, dim=-1)
        cov(input, *, correction=1, fweights=None, aweights=None)
          corrcoef(input)
        cartesian_prod(*tensors)
        isin(elements, test_elements)
        histc(input, bins=100, min=0, max=0)
        multinomial(input, num_samples, replacement=False, *, generator=None)
        bucketize(input, boundaries, *, out_int32=False, right=False)
          searchsorted(sorted_sequence, input, *, out_int32=False, right=False, side=None)
        bincount(input, weights=None, minlength=0)
        """;
  }

  @Override
  public Operation operation(String name) {
    return switch (name) {
      case "fft" -> spectrum(name, Spectra.WHOLE, 1);
      case "fft2" -> spectrum(name, Spectra.WHOLE, 2);
      case "fftn" -> spectrum(name, Spectra.WHOLE, 0);
      case "rfft" -> spectrum(name, Spectra.TO_HALF, 1);
      case "rfft2" -> spectrum(name, Spectra.TO_HALF, 2);
      case "rfftn" -> spectrum(name, Spectra.TO_HALF, 0);
      case "irfft" -> spectrum(name, Spectra.FROM_HALF, 1);
      case "irfft2" -> spectrum(name, Spectra.FROM_HALF, 2);
      case "irfftn" -> spectrum(name, Spectra.FROM_HALF, 0);
      case "fftshift" -> new Operation(name, Kind.OTHER, Pointwise.COPY);
      case "stft" -> new Operation(name, Kind.OTHER, Frames::stft);
      case "istft" -> new Operation(name, Kind.OTHER, Frames::istft);
      case "view_as_real" -> new Operation(name, Kind.OTHER, Spectra::parts);
      case "view_as_complex" -> new Operation(name, Kind.OTHER, Spectra::complex);
      case "real" -> new Operation(name, Kind.OTHER, Spectra::part);
      case "diff" -> new Operation(name, Kind.OTHER, Statistics::diff);
      case "trapz" -> new Operation(name, Kind.OTHER, Statistics::integral);
      case "cov" -> new Operation(name, Kind.OTHER, Statistics::cov);
      case "cartesian_prod" -> new Operation(name, Kind.OTHER, Statistics::product);
      case "isin" -> new Operation(name, Kind.OTHER, Statistics::isin);
      case "histc" -> new Operation(name, Kind.OTHER, Statistics::histc);
      case "multinomial" -> new Operation(name, Kind.OTHER, Statistics::multinomial);
      case "bucketize" -> new Operation(name, Kind.OTHER, Statistics::places);
      case "bincount" -> new Operation(name, Kind.OTHER, Statistics::bincount);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Operation spectrum(String name, Spectra way, int count) {
    return new Operation(name, Kind.SPECTRUM, way.over(count));
  }
}
