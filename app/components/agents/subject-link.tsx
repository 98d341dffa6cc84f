import { Link } from "react-router";
import type { ToolCall } from "#app/domain/agents/tool-inputs.ts";

type Subject = { type: string; id: string; label: string };
type SubjectLinkProps = { subject: Subject; call: ToolCall | null; className?: string };

/** Where what it is about can be looked at. Bins and tasks are seen on the page of their zone. */
function subjectHref({ type, id }: Subject, call: ToolCall | null): string | undefined {
  const zoneId = call !== null && "zoneId" in call.input ? call.input.zoneId : undefined;
  if (type === "bin" || type === "task") return zoneId === undefined ? undefined : `/warehouse/zones/${zoneId}`;
  if (type === "warehouse") return "/warehouse";
  if (id === "") return undefined;
  if (type === "zone") return `/warehouse/zones/${id}`;
  if (type === "order") return `/orders/${id}`;
  if (type === "channel") return `/channels/${id}`;
  if (type === "trend") return "/trends";
  if (type === "listing") return `/listings/${id}`;
  return zoneId === undefined ? undefined : `/warehouse/zones/${zoneId}`;
}

export function SubjectLink({ subject, call, className }: SubjectLinkProps) {
  const href = subjectHref(subject, call);
  if (subject.label === "") return null;
  if (href === undefined) return <span className={className}>{subject.label}</span>;
  return (
    <Link to={href} className={`underline decoration-1 underline-offset-4 ${className ?? ""}`}>
      {subject.label}
    </Link>
  );
}
