/** The product's version, as package.json has it (a gate holds the two together). */
export const version = '0.1.0'
