describe("the sowing calendar", () => {
  it("shows what to sow in the chosen month", () => {
    cy.visit("/");
    cy.get("#month").select("May");
    cy.contains("li", "courgettes");
  });

  it("has an idea for December too", () => {
    cy.visit("/");
    cy.get("#month").select("December");
    cy.contains("li", "sharpen the tools");
  });
});
