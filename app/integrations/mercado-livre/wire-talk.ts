import { z } from "zod";
import { moment, optionalMoment, optionalRef, optionalText, pagingSchema, refText } from "./wire-values.ts";

export const questionSchema = z.object({
  id: refText,
  item_id: refText,
  status: z.string(),
  /** Empty for a banned one. */
  text: optionalText,
  answer: z.object({ text: optionalText, status: optionalText, date_created: optionalMoment }).nullish(),
  from: z.object({ id: optionalRef }).nullish(),
  date_created: moment,
});

export const questionPageSchema = z.object({
  total: z.int().min(0).nullish(),
  scroll_id: optionalText,
  questions: z
    .array(questionSchema)
    .nullish()
    .transform((list) => list ?? []),
});

const reviewSchema = z.object({
  id: refText,
  date_created: moment,
  title: optionalText,
  content: optionalText,
  rate: z.number().min(0).max(5),
  likes: z.int().nullish(),
});

export const reviewPageSchema = z.object({
  paging: pagingSchema.extend({ total_pageable: z.int().min(0).nullish() }),
  rating_average: z.number().nullish(),
  reviews: z
    .array(reviewSchema)
    .nullish()
    .transform((list) => list ?? []),
});

/** A notice: `_id` or, for topics with sub-topics, `id`; `received` is misspelled at times. */
export const noticeSchema = z.object({
  _id: optionalText,
  id: optionalText,
  resource: z.string(),
  user_id: refText,
  topic: z.string(),
  application_id: optionalRef,
  sent: optionalMoment.catch(null),
  received: optionalText.catch(null),
  recieved: optionalText.catch(null),
});

export const missedFeedsSchema = z.object({
  messages: z
    .array(noticeSchema)
    .nullish()
    .transform((list) => list ?? []),
});

export type WireQuestion = z.infer<typeof questionSchema>;
export type WireReview = z.infer<typeof reviewSchema>;
export type WireNotice = z.infer<typeof noticeSchema>;
