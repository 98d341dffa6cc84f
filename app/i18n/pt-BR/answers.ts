export const answers = {
  table: { total: "Total", none: "Nenhum" },
  columns: { compared: "Antes", change: "Variação", currency: "Moeda" },
  grains: { hour: "Hora", day: "Dia", week: "Semana de", month: "Mês", quarter: "Trimestre", year: "Ano" },
} as const;
