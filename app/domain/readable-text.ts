/** Text that people can read as it is stored: no control characters, no line breaks, nothing that turns the direction of writing. */
// oxlint-disable-next-line no-control-regex -- control characters are what this refuses
export const readableText = /^[^\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
