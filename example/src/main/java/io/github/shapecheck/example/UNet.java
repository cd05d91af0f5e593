package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.ConvTranspose2d;

/**
 * U-Net (Ronneberger and others, 2015) with padded convolutions, over images of any size that four
 * poolings leave whole; without {@code where} the compiler asks for it.
 */
@Input(
    value = {3, -1, -1},
    where = "H % 16 == 0 and W % 16 == 0")
@Forward(
    """
    s1 = down1(x)
    s2 = down2(max_pool2d(s1, 2))
    s3 = down3(max_pool2d(s2, 2))
    s4 = down4(max_pool2d(s3, 2))
    x = bottom(max_pool2d(s4, 2))
    x = merge4(torch.cat([s4, up4(x)], dim=1))
    x = merge3(torch.cat([s3, up3(x)], dim=1))
    x = merge2(torch.cat([s2, up2(x)], dim=1))
    x = merge1(torch.cat([s1, up1(x)], dim=1))
    return head(x)
    """)
class UNet {
  @Submodule(value = DoubleConv.class, with = "channels = 3, out = 64")
  Block down1;

  @Submodule(value = DoubleConv.class, with = "channels = 64, out = 128")
  Block down2;

  @Submodule(value = DoubleConv.class, with = "channels = 128, out = 256")
  Block down3;

  @Submodule(value = DoubleConv.class, with = "channels = 256, out = 512")
  Block down4;

  @Submodule(value = DoubleConv.class, with = "channels = 512, out = 1024")
  Block bottom;

  @ConvTranspose2d(in = 1024, out = 512, k = 2, s = 2)
  Block up4;

  @Submodule(value = DoubleConv.class, with = "channels = 1024, out = 512")
  Block merge4;

  @ConvTranspose2d(in = 512, out = 256, k = 2, s = 2)
  Block up3;

  @Submodule(value = DoubleConv.class, with = "channels = 512, out = 256")
  Block merge3;

  @ConvTranspose2d(in = 256, out = 128, k = 2, s = 2)
  Block up2;

  @Submodule(value = DoubleConv.class, with = "channels = 256, out = 128")
  Block merge2;

  @ConvTranspose2d(in = 128, out = 64, k = 2, s = 2)
  Block up1;

  @Submodule(value = DoubleConv.class, with = "channels = 128, out = 64")
  Block merge1;

  @Conv2d(in = 64, out = 2, k = 1)
  Block head;
}
