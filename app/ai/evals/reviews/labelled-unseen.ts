import type { Language } from "#app/domain/text/language.ts";
import type { Labelled } from "./labelled.ts";

/** Never looked at while rules and words were chosen: what these say of the rules is what new reviews will. */
export const unseenReviews: Readonly<Record<Language, readonly Labelled[]>> = {
  pt: [
    { id: "ptu1", rating: 2, text: "A alça arrebentou na primeira viagem, bem decepcionante.", complaints: ["quality"] },
    { id: "ptu2", rating: 1, text: "Pedi bivolt e mandaram 127v, tive que comprar um transformador.", complaints: ["voltage"] },
    { id: "ptu3", rating: 5, text: "Chegou um dia antes, super bem embalado e funcionando.", complaints: [] },
    { id: "ptu4", rating: 3, text: "Bonito, mas as medidas não batem com o anúncio.", complaints: ["size", "mismatch"] },
    { id: "ptu5", rating: 1, text: "Duas semanas esperando e nada da encomenda.", complaints: ["delivery"] },
    { id: "ptu6", rating: 2, text: "Não gela direito e faz um barulho estranho.", complaints: ["not-working", "noise"] },
    { id: "ptu7", rating: 4, text: "Atende bem, a tampa só é um pouco dura de fechar.", complaints: [] },
    { id: "ptu8", rating: 1, text: "Recebi outro produto que não tem nada a ver com o que comprei.", complaints: ["wrong-item"] },
    { id: "ptu9", rating: 2, text: "Faltou uma das prateleiras e o manual veio em chinês.", complaints: ["missing-parts", "instructions"] },
    { id: "ptu10", rating: 5, text: "Sem cheiro, sem vazamento, recomendo demais.", complaints: [] },
  ],
  en: [
    { id: "enu1", rating: 2, text: "The strap snapped on the first trip, very disappointing.", complaints: ["quality"] },
    { id: "enu2", rating: 1, text: "Ordered the 220v version and got a 110v one.", complaints: ["voltage"] },
    { id: "enu3", rating: 5, text: "Came a day early, well packed and working like a charm.", complaints: [] },
    { id: "enu4", rating: 3, text: "Pretty, but the dimensions are not what the listing says.", complaints: ["size", "mismatch"] },
    { id: "enu5", rating: 1, text: "Been waiting three weeks and still nothing in the mail.", complaints: ["delivery"] },
    { id: "enu6", rating: 2, text: "Doesn't heat properly and it squeaks when it spins.", complaints: ["not-working", "noise"] },
    { id: "enu7", rating: 4, text: "Does the job, the cap is a bit stiff to close.", complaints: [] },
    { id: "enu8", rating: 1, text: "Received a different product from the one I ordered.", complaints: ["wrong-item"] },
    { id: "enu9", rating: 2, text: "One shelf was missing and there was no manual.", complaints: ["missing-parts", "instructions"] },
    { id: "enu10", rating: 5, text: "Doesn't smell, doesn't leak, highly recommended.", complaints: [] },
  ],
};
