/** What LibTorch says, in a process of its own: DJL's library and JavaCPP's do not share one. */
@org.jspecify.annotations.NullMarked
package io.github.shapecheck.djl.libtorch;
