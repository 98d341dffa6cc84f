import { beforeAll } from "vitest";
import { failOnConsoleErrors } from "./console-guard.ts";
import { migrateTestDatabase } from "./database.ts";

beforeAll(migrateTestDatabase);
failOnConsoleErrors();
