/** What each rule of this agent is called, says of what it saw, and expects of what it proposes. */
export const reviewRules = {
  "review-gaps_complaint": {
    title: "Many complain about the same",
    says: "{{reviews}} of {{reviewsOf}} reviews of {{product}} are about: {{topic}}. “{{quote}}”",
  },
  "review-gaps_asked-often": {
    title: "Buyers ask what the listing does not say",
    says: "{{questions}} questions about {{product}} are about: {{topic}}. “{{quote}}”",
  },
  "review-gaps_amend-listing": {
    title: "Say it in the listing",
    says: "{{reviews}} of {{reviewsOf}} reviews and {{questions}} questions of {{product}} are about: {{topic}}. “{{quote}}” What is known of the goods answers it, and the description does not say it yet.",
    effect: "Buyers read before they buy: {{sentence}}",
  },
  "review-gaps_supplier-issue": {
    title: "Settle it with the supplier",
    says: "{{reviews}} of {{reviewsOf}} reviews of {{product}} are about: {{topic}}. “{{quote}}” No text of a listing mends this.",
    effect: "An issue for the supplier of {{product}} is noted, with what {{reviews}} buyers wrote.",
  },
  "review-gaps_sudden-rise": {
    title: "Suddenly many more complain",
    says: "{{product}}: {{topic}}. {{recent}} of {{recentOf}} reviews in 30 days, {{earlier}} of {{earlierOf}} before. “{{quote}}”",
    effect: "People are told of {{recent}} complaints in 30 days.",
  },
  "review-gaps_danger": {
    title: "Somebody could come to harm",
    says: "{{product}}: {{topic}}. “{{quote}}”",
    effect: "People are told of {{recent}} complaints in 30 days.",
  },
  "review-gaps_fell": {
    title: "It helped",
    says: "{{product}}: {{topic}}. {{found}} of {{of}} reviews since it was mended, {{foundBefore}} of {{ofBefore}} before.",
  },
  "review-gaps_stayed": {
    title: "It did not help yet",
    says: "{{product}}: {{topic}}. {{found}} of {{of}} reviews since it was mended, {{foundBefore}} of {{ofBefore}} before.",
  },
  "review-gaps_heard": {
    title: "Rising complaints were looked at",
    says: "{{complaints}} new complaints about {{listings}} listings were told of. {{gaps}} known complaints are about them.",
  },
  "review-gaps_nothing": {
    title: "Nobody complains often enough",
    says: "No complaint is made by enough buyers, and clearly enough, for something to be done.",
  },
  "review-gaps_unseen": {
    title: "Not all complaints were looked at",
    says: "The {{gaps}} heaviest complaints were looked at this time.",
  },
} as const;
