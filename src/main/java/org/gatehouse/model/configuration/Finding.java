package org.gatehouse.model.configuration;

/**
 * What a rule says about one property of a client or resource.
 *
 * @param isFault true: it must not be used so; false: it will hardly do what was meant
 * @param property the property, by its name in configuration files
 * @param found what is there; never a secret
 * @param expected what may be there
 * @param fix what to do
 */
public record Finding(boolean isFault, String property, String found, String expected, String fix) {
  static Finding fault(String property, String found, String expected, String fix) {
    return new Finding(true, property, found, expected, fix);
  }

  static Finding warning(String property, String found, String expected, String fix) {
    return new Finding(false, property, found, expected, fix);
  }
}
