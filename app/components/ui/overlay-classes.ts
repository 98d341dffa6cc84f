export const overlayClass = "fixed inset-0 z-40 bg-shade data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in";
export const dialogPanelClass =
  "fixed inset-x-4 top-[10dvh] z-50 mx-auto flex max-h-[80dvh] flex-col overflow-y-auto rounded border border-line bg-raised shadow-lift data-[state=closed]:animate-rise-out data-[state=open]:animate-rise-in";
