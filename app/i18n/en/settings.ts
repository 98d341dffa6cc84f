export const settings = {
  title: "Settings",
  roles: {
    owner: { name: "Owner", can: "Everything, also making other owners" },
    admin: { name: "Admin", can: "Everything but making owners" },
    manager: { name: "Manager", can: "Runs the floor; sees the team and the audit log" },
    picker: { name: "Picker", can: "Works on the floor" },
    analyst: { name: "Analyst", can: "Reads figures, the team and the audit log" },
    viewer: { name: "Viewer", can: "Looks, changes nothing" },
  },
} as const;
