package stubs;

/** A user's layer type. */
public interface Block {}
