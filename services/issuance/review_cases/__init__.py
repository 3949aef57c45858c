"""Review cases (审查案件): what intake hands over, how reviewers work on it."""
