package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A tensor as a solid: its spatial axes to scale, its channels as depth (logarithmic).
 *
 * @param width in pixels
 * @param height in pixels
 * @param depth in pixels, drawn to the upper right
 */
record FeatureMap(double width, double height, double depth) {
  private static final double LARGEST = 64;
  private static final double SMALLEST = 2;
  private static final FeatureMap UNKNOWN = new FeatureMap(24, 24, 0);

  /** Draws the tensors of one picture, the largest of each rank at {@value #LARGEST} pixels. */
  record Scale(double map, double table, double vector) {
    static Scale of(List<Shape> shapes) {
      double map = 1;
      double table = 1;
      double vector = 1;
      for (Shape shape : shapes) {
        List<Long> sizes = sizes(shape);
        int rank = sizes.size();
        if (rank >= 4) {
          map = Math.max(map, Math.max(sizes.get(rank - 1), sizes.get(rank - 2)));
        } else if (rank == 3) {
          table = Math.max(table, Math.max(sizes.get(1), sizes.get(2)));
        } else if (rank > 0) {
          vector = Math.max(vector, sizes.get(rank - 1));
        }
      }
      return new Scale(LARGEST / map, LARGEST / table, LARGEST / Math.sqrt(vector));
    }

    FeatureMap draw(Shape shape) {
      List<Long> sizes = sizes(shape);
      int rank = sizes.size();
      if (rank != shape.rank()) {
        return UNKNOWN;
      }
      if (rank >= 4) {
        double channels = 1;
        for (int axis = 1; axis < rank - 2; axis++) {
          channels *= sizes.get(axis);
        }
        double depth = 2 + 2 * Math.log(Math.max(1, channels)) / Math.log(2);
        return box(sizes.get(rank - 1) * map, sizes.get(rank - 2) * map, depth);
      } else if (rank == 3) {
        return box(sizes.get(2) * table, sizes.get(1) * table, 2);
      }
      return rank == 0 ? box(4, 4, 0) : box(Math.sqrt(sizes.get(rank - 1)) * vector, 6, 0);
    }

    private static FeatureMap box(double width, double height, double depth) {
      return new FeatureMap(Math.max(SMALLEST, width), Math.max(SMALLEST, height), depth);
    }
  }

  /** The sizes, or fewer where some are not numbers. */
  private static List<Long> sizes(Shape shape) {
    List<Long> sizes = new ArrayList<>();
    for (Dim dim : shape.dims()) {
      if (dim.isConstant()) {
        sizes.add(dim.value());
      }
    }
    return sizes.size() == shape.rank() ? sizes : List.of();
  }

  /** The space from the top of the solid to its bottom. */
  double span() {
    return height + depth;
  }

  /** The solid as SVG, its front's upper left corner at x, y. */
  String svg(double x, double y) {
    StringBuilder out = new StringBuilder();
    if (depth > 0) {
      double right = x + width;
      out.append("<path class=\"side\" d=\"M").append(at(x, y));
      out.append('L').append(at(x + depth, y - depth));
      out.append('L').append(at(right + depth, y - depth));
      out.append('L').append(at(right + depth, y + height - depth));
      out.append('L').append(at(right, y + height)).append('L').append(at(right, y));
      out.append("Z\"/>");
    }
    out.append("<rect class=\"front\" x=\"").append(Html.px(x)).append("\" y=\"");
    out.append(Html.px(y)).append("\" width=\"").append(Html.px(width)).append("\" height=\"");
    return out.append(Html.px(height)).append("\"/>").toString();
  }

  private static String at(double x, double y) {
    return Html.px(x) + " " + Html.px(y);
  }
}
