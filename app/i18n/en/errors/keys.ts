/** Of a value that does not fit: what would. */
export const expectedErrors = {
  oneOf: "Use one of: {{value}}.",
  atLeast: "It has to be {{value}} or more.",
  atMost: "It has to be {{value}} or less.",
  type: "It has to be of the type {{value}}.",
} as const;

/** What keys and their scopes do not do. */
export const keysErrors = {
  pickOneScope: "Choose at least one permission.",
  scopeAboveYours: "A key cannot do more than you can.",
  scopeMissing: "This needs the scope {{scope}}, which the key does not have. Nothing was changed.",
  keysOnly: "Only a program with a key can do this, not a person.",
  peopleOnly: "Only a signed-in person can do this, not a key.",
} as const;
