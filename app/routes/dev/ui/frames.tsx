import { Link } from "react-router";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { PublicLayout } from "#app/components/shell/public-layout.tsx";
import { RouteError } from "#app/components/shell/route-error.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { PasswordInput } from "#app/components/ui/password-input.tsx";

export type FrameName = "auth" | "public" | "error";

const shownError = { status: 503, statusText: "", internal: false, data: null };

/** Pages without the console's shell cannot stand inside it: `?frame=auth`. */
export function Frame({ name }: { name: FrameName }) {
  if (name === "error") return <RouteError error={shownError} page />;
  if (name === "public") {
    return (
      <PublicLayout links={[{ to: "#docs", label: "Docs" }]}>
        <h1 className="mx-auto max-w-3xl px-4 py-24 text-center text-2xl font-semibold tracking-tight">
          One ledger for every channel you sell on
        </h1>
      </PublicLayout>
    );
  }
  return (
    <AuthLayout
      title="Sign in"
      description="Welcome back to your trading house."
      foot={
        <Link to="/signup" className="text-accent underline underline-offset-4">
          Create a workspace
        </Link>
      }
    >
      <Field label="E-mail" name="email" required>
        <Input type="email" autoComplete="email" />
      </Field>
      <Field label="Password" name="password" required error="The e-mail or the password is not right.">
        <PasswordInput autoComplete="current-password" />
      </Field>
      <Button variant="primary" size="lg">
        Sign in
      </Button>
    </AuthLayout>
  );
}
