/** The text form of a report, which generated classes and lock files hold. */
package io.github.shapecheck.report.text;
