package io.github.shapecheck.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places the edges that jump over rows side by side, short ones nearest to the column. */
record Tracks(Map<Graph.Edge, Integer> places, int count) {
  static Tracks of(List<Graph.Edge> edges, int most) {
    List<Graph.Edge> skips = new ArrayList<>(edges);
    skips.removeIf(e -> e.to() == e.from() + 1);
    skips.sort(
        Comparator.comparingInt((Graph.Edge e) -> e.to() - e.from())
            .thenComparing(Graph.Edge::from));
    List<List<Graph.Edge>> tracks = new ArrayList<>();
    Map<Graph.Edge, Integer> places = new HashMap<>();
    for (Graph.Edge edge : skips) {
      int track = 0;
      while (track < tracks.size() && tracks.get(track).stream().anyMatch(o -> overlap(o, edge))) {
        track++;
      }
      if (track == tracks.size() && track < most) {
        tracks.add(new ArrayList<>());
      }
      track = Math.min(track, most - 1);
      tracks.get(track).add(edge);
      places.put(edge, track);
    }
    return new Tracks(Map.copyOf(places), tracks.size());
  }

  private static boolean overlap(Graph.Edge a, Graph.Edge b) {
    return a.from() < b.to() && b.from() < a.to();
  }

  /** How far out the edge runs; 0 is nearest. */
  int track(Graph.Edge edge) {
    return places.getOrDefault(edge, 0);
  }
}
