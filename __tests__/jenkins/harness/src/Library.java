/** `@Library('name@version') _`: which library that is, the tests say. */
public @interface Library {
    String[] value();
}
