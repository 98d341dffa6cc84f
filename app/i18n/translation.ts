/** The same tree of keys with any text: what every other language must provide, no more and no less. */
export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translation<Source[Key]>;
};
