import type { settings as source } from "../en/settings.ts";
import type { Translation } from "../translation.ts";

export const settings: Translation<typeof source> = {
  title: "Configurações",
  roles: {
    owner: { name: "Proprietário", can: "Tudo, inclusive nomear outros proprietários" },
    admin: { name: "Administrador", can: "Tudo, menos nomear proprietários" },
    manager: { name: "Gerente", can: "Conduz o galpão; vê a equipe e a auditoria" },
    picker: { name: "Separador", can: "Trabalha no galpão" },
    analyst: { name: "Analista", can: "Lê os números, a equipe e a auditoria" },
    viewer: { name: "Leitor", can: "Olha, não altera nada" },
  },
};
