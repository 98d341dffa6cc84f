import { cva } from "class-variance-authority";

export const buttonVariants = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-2 rounded border font-semibold whitespace-nowrap transition-colors duration-150 disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-accent-ink hover:bg-accent-hover",
        secondary: "border-line-strong/55 bg-raised text-ink hover:bg-sunken",
        ghost: "border-transparent text-muted hover:bg-sunken hover:text-ink aria-expanded:bg-sunken aria-expanded:text-ink",
        danger: "border-transparent bg-wrong text-accent-ink hover:opacity-90",
        link: "h-auto! border-transparent px-0! text-accent underline decoration-1 underline-offset-4 hover:decoration-2",
      },
      size: {
        sm: "h-8 px-3 text-sm pointer-coarse:h-10",
        md: "h-9 px-4 text-sm pointer-coarse:h-11",
        lg: "h-12 px-6 text-base",
        icon: "size-9 pointer-coarse:size-11",
        "icon-sm": "size-8 pointer-coarse:size-10",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);
