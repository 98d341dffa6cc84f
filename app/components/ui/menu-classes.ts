export const menuPanelClass =
  "z-50 min-w-44 overflow-y-auto overflow-x-hidden rounded border border-line bg-raised p-1 text-sm shadow-lift data-[state=open]:animate-drop-in";
export const menuItemClass =
  "relative flex w-full cursor-pointer select-none items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-left outline-none data-highlighted:bg-accent-soft data-[selected=true]:bg-accent-soft data-[disabled='']:cursor-not-allowed data-[disabled='']:opacity-55 pointer-coarse:py-2.5 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-faint";
