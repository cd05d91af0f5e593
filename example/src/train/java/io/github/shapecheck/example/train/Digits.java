package io.github.shapecheck.example.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws digits with shifts, turns, thick and thin pens, and noise: nothing to download. */
final class Digits {
  static final int SIZE = 28;
  private static final double NOISE = 0.15;

  /** Each digit as strokes through points of a field of 4 by 6, four numbers a curve. */
  private static final String[] STROKES = {
    "M2,0 Q4,0 4,3 Q4,6 2,6 Q0,6 0,3 Q0,0 2,0",
    "M1,1 L2,0 L2,6",
    "M0,1 Q0,0 2,0 Q4,0 4,2 Q4,3 0,6 L4,6",
    "M0,0 L4,0 L2,2 Q4,2 4,4 Q4,6 2,6 Q0,6 0,5",
    "M3,6 L3,0 L0,4 L4,4",
    "M4,0 L0,0 L0,3 Q4,2 4,4 Q4,6 2,6 Q0,6 0,5",
    "M4,0 Q0,1 0,4 Q0,6 2,6 Q4,6 4,4 Q4,3 2,3 Q0,3 0,4",
    "M0,0 L4,0 L1,6",
    "M2,3 Q0,3 0,1 Q0,0 2,0 Q4,0 4,1 Q4,3 2,3 Q0,3 0,5 Q0,6 2,6 Q4,6 4,5 Q4,3 2,3",
    "M4,2 Q4,3 2,3 Q0,3 0,2 Q0,0 2,0 Q4,0 4,2 Q4,5 1,6",
  };

  private final Random random;

  Digits(long seed) {
    random = new Random(seed);
  }

  /** The pixels of a digit, row by row, from 0 to 1. */
  float[] draw(int digit) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    AffineTransform place = new AffineTransform();
    place.translate(SIZE / 2.0 + between(-3, 3), SIZE / 2.0 + between(-3, 3));
    place.rotate(between(-0.25, 0.25));
    place.shear(between(-0.2, 0.2), 0);
    place.scale(between(2.4, 3.6), between(2.4, 3.2));
    place.translate(-2, -3);
    float width = (float) between(1.5, 3.2);
    pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(place.createTransformedShape(path(STROKES[digit])));
    pen.dispose();
    float[] pixels = new float[SIZE * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      double value = image.getRaster().getSample(i % SIZE, i / SIZE, 0) / 255.0;
      pixels[i] = (float) Math.min(1, Math.max(0, value + NOISE * random.nextGaussian()));
    }
    return pixels;
  }

  private double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  private static Path2D path(String strokes) {
    Path2D path = new Path2D.Double();
    double[] control = null;
    for (String item : strokes.split(" ")) {
      String text = Character.isLetter(item.charAt(0)) ? item.substring(1) : item;
      double x = Double.parseDouble(text.substring(0, text.indexOf(',')));
      double y = Double.parseDouble(text.substring(text.indexOf(',') + 1));
      switch (item.charAt(0)) {
        case 'M' -> path.moveTo(x, y);
        case 'L' -> path.lineTo(x, y);
        case 'Q' -> control = new double[] {x, y};
        default -> path.quadTo(control[0], control[1], x, y);
      }
    }
    return path;
  }
}
