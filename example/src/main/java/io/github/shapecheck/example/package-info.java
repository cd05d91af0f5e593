/** Networks that shapecheck checks while they are compiled; {@link Main} prints their reports. */
package io.github.shapecheck.example;
