/** Long enough that no rule about signs is needed (NIST SP 800-63B), short enough to hash. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 256;
